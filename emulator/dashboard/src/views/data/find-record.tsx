import { Navigate, useParams } from 'react-router';
import { collectionOfId } from '../../contract/collections.ts';
import { useContract } from './data-context.ts';

/** Goes to the record that an id names, whatever it is of. */
export default function FindRecord() {
  const { id = '' } = useParams();
  const { collections } = useContract();
  const found = collectionOfId(collections, id);
  if (found) return <Navigate replace to={`/data/${found.key}/${id}`} />;
  return (
    <p className="nothing">
      No record is opened by the id {id}: parts of a record stand in the record itself.
    </p>
  );
}
